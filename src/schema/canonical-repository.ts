/** Hosts whose paths do not distinguish case. */
const CASE_BLIND = new Set(['github.com', 'gitlab.com', 'codeberg.org', 'bitbucket.org']);

/**
 * One spelling for the many addresses of one repository: scp, ssh, git and http become https; user, port, query, fragment, `.git` and a
 * trailing slash go; the host is folded, and the path on forges that fold it. Idempotent. What is no address comes back as it was.
 */
export function canonicalRepository(address: string): string {
  const scp = /^[^@/\s]+@([^:/\s]+):(?!\/\/)(.+)$/.exec(address);
  const text = scp ? `https://${scp[1]}/${scp[2]}` : address.replace(/^(?:git\+)?(?:ssh|git|https?):\/\//i, 'https://');
  if (!text.startsWith('https://') || !URL.canParse(text)) return address;
  const url = new URL(text);
  const host = url.hostname.replace(/^(?:www\.)+(?=.)/, '').replace(/\.+$/, '');
  // Without the dots behind it, what was no number may be one: `3..` would come back as 0.0.0.3.
  if (!URL.canParse(`https://${host}`) || new URL(`https://${host}`).hostname !== host) return address;
  // A `.git` behind a dot stays: without it `..git` would become a step in the path.
  const path = url.pathname.replace(/\/+/g, '/').replace(/(?:\/|(?<!\.|%2e)\.git)+$/i, '');
  return `https://${host}${CASE_BLIND.has(host) ? path.toLowerCase() : path}`;
}

/** Hosts on which the first two steps of a path are the account and the repository, and the files of each: raw addresses lead there, too. */
const TWO_STEPS: Readonly<Record<string, string>> = {
  'github.com': 'github.com',
  'raw.githubusercontent.com': 'github.com',
  'codeberg.org': 'codeberg.org',
  'bitbucket.org': 'bitbucket.org',
};

/**
 * The repository that an address on a known forge belongs to, and what the address names beyond it: the path inside it, `''` for the
 * repository itself, `'owner'` where it is only the account's. `undefined` on other hosts, whose paths say nothing for certain.
 */
export function repositoryOnForge(address: string): { repository: string; rest: string } | undefined {
  const canonical = canonicalRepository(address);
  if (!URL.canParse(canonical)) return undefined;
  const { hostname, pathname } = new URL(canonical);
  const forge = TWO_STEPS[hostname];
  const [, account, repository, ...rest] = pathname.split('/');
  if (forge === undefined || !account) return undefined;
  const path = repository ? `${account}/${repository}` : account;
  return {
    repository: `https://${forge}/${path.toLowerCase()}`,
    rest: repository ? rest.join('/') : 'owner',
  };
}
