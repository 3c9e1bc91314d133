/** Characters that browsers drop, fold or show misleadingly inside an address. */
const SUSPICIOUS =
  /[\s\\<>"`{}|^\u0000-\u001f\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;
/**
 * Forms that browsers fold into other letters, digits and dots, and escapes: inside a host they only hide what it is.
 * Without the flag `i`, under which U+212A would match the letter k.
 */
const FOLDED_HOST =
  /^[a-zA-Z]+:\/\/[^/?#]*[%\u2070-\u209f\u2100-\u218f\u2460-\u24ff\u3002\uff00-\uffef\u{1d400}-\u{1d7ff}]/u;
/** Two or more labels of letters, digits and inner hyphens, as the URL parser writes every host (an underscore occurs in practice). */
const HOST = /^(?:(?!-)[a-z0-9_-]+(?<!-)\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?$/;
const IP_LIKE = /^(?:[0-9.]+|0x[0-9a-f.x]+|\[.*\])$/i;
/** Names that never lead to a public host: RFC 6761, RFC 6762 with its appendix G, RFC 7686, RFC 9476, ICANN's `.internal`, `arpa`. */
const PRIVATE_SUFFIX =
  /(?:^|\.)(?:localhost|localdomain\d?|local|internal|intranet|private|lan|home|corp|svc|invalid|test|onion|alt|arpa)$/;

/**
 * True for an `https:` address of a named public host, without user name or password. The same test guards the schema and the places
 * that render a link, so a value that came past one of them is stopped by the other.
 */
export function isSafeHttpsUrl(value: string): boolean {
  return unsafeUrlReason(value) === undefined;
}

export type UnsafeUrlReason = 'characters' | 'syntax' | 'scheme' | 'credentials' | 'host';

/** Why an address is refused, or `undefined` where it is fine. */
export function unsafeUrlReason(value: string): UnsafeUrlReason | undefined {
  if (SUSPICIOUS.test(value) || FOLDED_HOST.test(value)) return 'characters';
  if (!/^https:\/\/[^/?#]/i.test(value)) return 'scheme';
  if (!URL.canParse(value)) return 'syntax';
  const url = new URL(value);
  if (url.username !== '' || url.password !== '' || /^https:\/\/[^/?#]*@/i.test(value)) return 'credentials';
  const host = url.hostname.replace(/\.$/, '');
  if (!HOST.test(host) || IP_LIKE.test(host) || PRIVATE_SUFFIX.test(host)) return 'host';
  return undefined;
}
