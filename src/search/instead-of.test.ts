import { expect, test } from 'vitest';
import { productAskedFor } from './instead-of.ts';
import { planQuery } from './query.ts';

test.each([
  ['alternative to Zoom', 'Zoom'],
  ['open source alternatives to Google Forms', 'Google Forms'],
  ['self-hosted replacement for Dropbox', 'Dropbox'],
  ['instead of "Microsoft Teams"', 'Microsoft Teams'],
  ['Trello alternative', 'Trello'],
  ['SurveyMonkey replacement?', 'SurveyMonkey'],
  ['replace Slack', 'Slack'],
  ['switching from Airtable', 'Airtable'],
  ['alternative libre à Doodle', 'Doodle'],
  ['alternatives à l’outil ArcGIS', 'outil ArcGIS'],
  ['remplacer Google Forms', 'Google Forms'],
  ['à la place de Twilio', 'Twilio'],
  ['a la place d’Airtable', 'Airtable'],
  ['au lieu de WhatsApp', 'WhatsApp'],
  ['équivalent de Calendly', 'Calendly'],
  ['se passer de Teams', 'Teams'],
  ['Alternative zu Doodle', 'Doodle'],
  ['alternativa a Zoom', 'Zoom'],
  ['alternatief voor Dropbox', 'Dropbox'],
])('%s asks for what can be used instead of %s', (typed, product) => {
  const plan = planQuery(typed);
  expect(plan.insteadOf).toBe(true);
  expect(plan.words.map(({ text }) => text).join(' ')).toBe(product);
});

test.each([
  'alternative dispute resolution',
  'substitute teachers',
  'alternatives',
  'remplacement',
  'replaced parts of roads',
  'marché de remplacement',
])('%s does not', (typed) => {
  expect(productAskedFor(typed)).toBeUndefined();
});
