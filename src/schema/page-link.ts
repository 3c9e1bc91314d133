import { isSafeHttpsUrl } from './safe-url.ts';

/** One plain address: what mail programs read behind the scheme, as headers or other recipients, has no way in. */
const MAIL = /^mailto:[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,8}[A-Za-z]{2,24}$/;
/** `/projects/ca/forms/`: lower-case letters, digits, hyphens. Two slashes would lead to another host. */
const PATH = /^\/(?:[a-z0-9-]{1,64}\/){0,6}$/;

/** Where a link of a page of the copy's own may lead: an https address, a mailbox, or a page of the site. */
export function isPageLink(url: string): boolean {
  return isSafeHttpsUrl(url) || MAIL.test(url) || PATH.test(url);
}

/** The path without base, language and slashes around it of a link to a page of the site; `undefined` for any other. */
export function sitePath(url: string): string | undefined {
  return PATH.test(url) ? url.slice(1).replace(/\/$/, '') : undefined;
}
