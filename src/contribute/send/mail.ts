/**
 * The address that opens a prepared message (RFC 6068). Spaces are `%20`, for a plus sign stays one; line ends are CR LF.
 * @param to an e-mail address
 */
export function mailAddress(to: string, { subject, body }: { subject: string; body: string }): string {
  return `${mailTo(to)}?subject=${encode(subject)}&body=${encode(body.replace(/\r?\n/g, '\r\n'))}`;
}

/** The address that opens an empty message. */
export function mailTo(to: string): string {
  const [, local = '', host = ''] = /^(.*)@([^@]*)$/su.exec(to) ?? [];
  return `mailto:${encode(local)}@${encode(host)}`;
}

/** Whether mail programs take a message as long as this: Windows cuts the whole address near 2,046 characters, Gmail near 1,620. */
export function mayBeMailed(address: string): boolean {
  return address.length <= 1600;
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
