import { expect, test } from 'vitest';
import { fittingChoices } from './choices.ts';

const CHOICES = [
  { value: 'contact-tracing', label: 'Contact tracing', hint: 'exposure notification, COVID-19' },
  { value: 'notifications', label: 'Notifications', hint: 'SMS, letters' },
  { value: 'ca-qc/montreal', label: 'Ville de Montréal (ca-qc/montreal)' },
  { value: 'permits', label: 'Permits' },
];

test.each([
  ['', ['contact-tracing', 'notifications', 'ca-qc/montreal', 'permits']],
  ['notif', ['notifications', 'contact-tracing']],
  ['MONTREAL', ['ca-qc/montreal']],
  ['montréal', ['ca-qc/montreal']],
  ['sms', ['notifications']],
  ['ca-qc', ['ca-qc/montreal']],
  ['permtis', ['permits']],
  ['zzzzzz', []],
])('“%s” fits %j', (typed, values) => {
  expect(fittingChoices(CHOICES, typed).map(({ value }) => value)).toEqual(values);
});
