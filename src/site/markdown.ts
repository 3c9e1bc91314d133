import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** Contributed Markdown as HTML. The rule `markdown` has refused HTML already; what were left would be dropped here a second time. */
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeSanitize, {
    tagNames: ['p', 'ul', 'ol', 'li', 'strong', 'em', 'code', 'pre', 'blockquote', 'a', 'br', 'del'],
    attributes: { a: ['href'] },
    protocols: { href: ['https'] },
  })
  .use(rehypeStringify);

/** HTML of a record’s text, sanitised: what is not allowed is left out. */
export function renderMarkdown(text: string): string {
  return String(processor.processSync(text));
}
