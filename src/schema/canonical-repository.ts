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
