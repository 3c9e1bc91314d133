/** Where the local host answers, for the addresses in what it shows. */
export interface Addresses {
  /** Of the API, without a slash at the end. */
  readonly api: string;
  /** Of the pages for people, which are not there. */
  readonly html: string;
}

/** The address of a repository in the API. */
export function repositoryApi({ api }: Addresses, owner: string, name: string): string {
  return `${api}/repos/${owner}/${name}`;
}
