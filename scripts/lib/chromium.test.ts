import { describe, expect, it } from 'vitest';
import { findChromium, type Machine, NoChromiumError } from './chromium.ts';

const OWN = '/cache/playwright/chrome';
const APT = '/usr/bin/apt-get';

/** A machine that has the given files; `installs` tells what each program that is run adds, by a word of its command. */
function machine(given: Partial<Machine> & { files?: string[]; installs?: Record<string, string> }) {
  const files = new Set(given.files);
  const ran: string[] = [];
  const probes: Machine = {
    platform: 'linux',
    env: {},
    isRoot: false,
    playwrightBrowser: () => OWN,
    exists: (path) => files.has(path),
    run: (command, args) => {
      const line = [command, ...args].join(' ');
      ran.push(line);
      if (line === `${OWN} --version`) return files.has('libraries');
      const [, added] = Object.entries(given.installs ?? {}).find(([word]) => line.includes(word)) ?? [];
      if (added !== undefined) files.add(added);
      return added !== undefined;
    },
    ...given,
  };
  return { probes, ran };
}

const messageOf = (given: Parameters<typeof machine>[0]): string => {
  try {
    return findChromium(machine(given).probes);
  } catch (error) {
    if (error instanceof NoChromiumError) return error.message;
    throw error;
  }
};

describe('findChromium', () => {
  it('takes CHROMIUM_PATH before all others', () => {
    const { probes } = machine({ env: { CHROMIUM_PATH: '/opt/c' }, files: ['/opt/c', OWN, '/usr/bin/chromium'] });
    expect(findChromium(probes)).toBe('/opt/c');
  });

  it('says so when CHROMIUM_PATH names nothing, and takes no other browser for it', () => {
    expect(messageOf({ env: { CHROMIUM_PATH: '/opt/none' }, files: [OWN] })).toMatch(
      /^CHROMIUM_PATH names \/opt\/none, which does not exist\./,
    );
  });

  it.each([
    ["Playwright's own first", { files: [OWN, '/usr/bin/chromium'] }, OWN],
    ['Debian', { files: ['/usr/bin/chromium'] }, '/usr/bin/chromium'],
    ['snap', { files: ['/snap/bin/chromium'] }, '/snap/bin/chromium'],
    [
      'macOS',
      { platform: 'darwin', files: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'] },
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    [
      'macOS, one user',
      {
        platform: 'darwin',
        env: { HOME: '/Users/ada' },
        files: ['/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium'],
      },
      '/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    [
      'Windows',
      {
        platform: 'win32',
        env: { PROGRAMFILES: 'C:\\Program Files' },
        files: ['C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'],
      },
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  ] as const)('finds an installed one: %s', (_, given, expected) => {
    const { probes, ran } = machine({ ...given, files: [...given.files] });
    expect(findChromium(probes)).toBe(expected);
    expect(ran).toEqual([]);
  });

  it("installs Playwright's own where there is none", () => {
    const { probes, ran } = machine({ files: ['libraries'], installs: { 'install chromium': OWN } });
    expect(findChromium(probes)).toBe(OWN);
    expect(ran[0]).toMatch(/cli\S* install chromium$/);
  });

  it('turns to apt as root when the downloaded browser does not start', () => {
    const { probes, ran } = machine({
      isRoot: true,
      files: [APT],
      installs: { 'apt-get install': '/usr/bin/chromium', 'install chromium': OWN },
    });
    expect(findChromium(probes)).toBe('/usr/bin/chromium');
    expect(ran.at(-1)).toBe('/bin/sh -c apt-get update && apt-get install -y --no-install-recommends chromium');
  });

  it('does not try apt without the right to', () => {
    const { probes, ran } = machine({ files: [APT] });
    expect(() => findChromium(probes)).toThrow(NoChromiumError);
    expect(ran).toHaveLength(1);
  });

  it('names the missing step', () => {
    expect(
      messageOf({ files: [APT] }),
    ).toBe(`The browser tests need Chromium: none was found, and none could be installed. Run
  sudo sh -c "apt-get update && apt-get install -y --no-install-recommends chromium"
or set CHROMIUM_PATH to the path of a Chromium, Chrome or Edge, and run the tests again.`);
    expect(messageOf({ files: [APT], isRoot: true })).toContain('\n  apt-get update &&');
    expect(messageOf({ platform: 'darwin' })).toContain('\n  npx playwright install chromium\n');
  });
});
