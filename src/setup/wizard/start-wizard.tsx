import { render } from 'preact';
import { z } from 'zod';
import { readWizardData } from './page-data.ts';
import { Wizard } from './Wizard.tsx';

// Before any schema is used: the page's policy lets no program be made from text.
z.config({ jitless: true });

/** Puts the wizard in the place of what the page says without it. */
export function startWizard(root: HTMLElement): void {
  const data = readWizardData(document);
  root.replaceChildren();
  render(<Wizard data={data} />, root);
}
