/** The white space of YAML. Any other is text, as the narrow no-break space of French is. https://yaml.org/spec/1.2.2/#55-white-space-characters */
const BLANKS = ' \t\r\n';

export function isBlank(text: string): boolean {
  return withoutBlankEnd(text) === '';
}

export function withoutBlankEnd(text: string): string {
  let end = text.length;
  while (end > 0 && BLANKS.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
