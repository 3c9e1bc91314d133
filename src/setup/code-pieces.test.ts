import { expect, test } from 'vitest';
import { codePieces } from './code-pieces.ts';

const whole = (code: string) => codePieces(code).flatMap((piece) => (piece.whole ? [piece.text] : []));

test('options and names with hyphens stay in one line, and the code is what it was', () => {
  const command =
    "npm run registry -- take-back ca-qc,ca --dry-run \\\n  --name 'fr=Un - deux' --source-id=a https://a-b.example.org/c-d";
  expect(whole(command)).toEqual(['--', 'take-back', 'ca-qc', '--dry-run', '--name']);
  expect(
    codePieces(command)
      .map(({ text }) => text)
      .join(''),
  ).toBe(command);
});

test('what is too long for a narrow page may break', () => {
  const long = `--${'long-'.repeat(10)}`;
  expect(codePieces(long)).toEqual([{ text: long, whole: false }]);
  expect(codePieces('')).toEqual([]);
});
