/**
 * Answers that reviewers often give, ready to copy in every language of the interface: `reviewAnswer.<id>` is the text, `reviewAnswerTitle.<id>`
 * says when to use it.
 */
export const ANSWERS = [
  'thanks',
  'evidence',
  'duplicate',
  'scope',
  'praise',
  'copied',
  'person',
  'interest',
  'term',
  'silence',
  'elsewhere',
] as const;
