import { expect, test } from 'vitest';
import { temporaryRegistry } from '../registry/fixtures/temporary-registry-fs.ts';
import { loadRegistry } from '../registry/load-fs.ts';
import { formerAddresses } from './former-addresses.ts';

const stone = (successor?: string) =>
  `schemaVersion: 1\nstate: tombstone\nreason: withdrawn\n${successor === undefined ? '' : `successor: ${successor}\n`}`;
const organization = (more = '') => `schemaVersion: 1\nname: Desk\ntype: international\n${more}`;

test('former ids lead to the record, tombstones to the record at the end of their chain, and each address is there once', () => {
  const root = temporaryRegistry({
    'organizations/int/desk.yaml': organization('formerIds:\n  - int/table\n  - int/bench\n  - int/office\n'),
    'organizations/int/bench.yaml': stone('int/board'),
    'organizations/int/board.yaml': stone('int/desk'),
    'organizations/int/shelf.yaml': stone(),
    // Kinds without pages have no addresses.
    'groups/int/circle.yaml': stone(),
  });
  const addresses = formerAddresses(loadRegistry(root).registry);
  expect(addresses.map((address) => [address.path, 'to' in address ? `to ${address.to}` : address.successor])).toEqual([
    ['organizations/int/bench/', 'int/desk'],
    ['organizations/int/board/', 'int/desk'],
    ['organizations/int/shelf/', undefined],
    ['organizations/int/table/', 'to int/desk'],
  ]);
});
