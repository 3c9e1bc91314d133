import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { posix, win32 } from 'node:path';
import { chromium } from '@playwright/test';

/** What the search for a browser asks of the machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  /** Where Playwright keeps its own browser, installed or not. */
  readonly playwrightBrowser: () => string;
  readonly exists: (path: string) => boolean;
  /** Runs a program to its end and tells whether it succeeded. */
  readonly run: (command: string, args: readonly string[]) => boolean;
}

/** There is no browser and none could be installed; the message names the step that is missing. */
export class NoChromiumError extends Error {
  override readonly name = 'NoChromiumError';
}

/**
 * The path of a Chromium for the browser tests: CHROMIUM_PATH, Playwright's own, the usual places; else one is
 * installed, by Playwright or, as root on Debian, by apt. Throws {@link NoChromiumError}.
 */
export function findChromium(machine: Machine = thisMachine()): string {
  const wanted = machine.env['CHROMIUM_PATH'];
  if (wanted) {
    if (machine.exists(wanted)) return wanted;
    throw new NoChromiumError(
      `CHROMIUM_PATH names ${wanted}, which does not exist. Correct it, or leave it out and a browser is looked for.`,
    );
  }
  const installed = [machine.playwrightBrowser(), ...usualPlaces(machine)].find(machine.exists);
  return installed ?? installByPlaywright(machine) ?? installByApt(machine) ?? refuse(machine);
}

const PLAYWRIGHT_COMMAND = 'playwright install chromium';
const APT_COMMAND = 'apt-get update && apt-get install -y --no-install-recommends chromium';
const APT = '/usr/bin/apt-get';
const DEBIAN_CHROMIUM = '/usr/bin/chromium';

function usualPlaces({ platform, env }: Machine): string[] {
  switch (platform) {
    case 'win32':
      return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((folder) =>
        folder
          ? [
              win32.join(folder, 'Chromium', 'Application', 'chrome.exe'),
              win32.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
              win32.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
            ]
          : [],
      );
    case 'darwin':
      return ['', env['HOME'] ?? ''].flatMap((home) =>
        ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) =>
          posix.join(home || '/', 'Applications', `${name}.app`, 'Contents', 'MacOS', name),
        ),
      );
    default:
      return [
        DEBIAN_CHROMIUM,
        ...['chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map(
          (name) => `/usr/bin/${name}`,
        ),
        '/snap/bin/chromium',
      ];
  }
}

/** On Linux the browser that Playwright downloads may lack libraries of the system: it counts only if it starts. */
function installByPlaywright({ platform, playwrightBrowser, exists, run }: Machine): string | undefined {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const browser = playwrightBrowser();
  if (!run(process.execPath, [cli, ...PLAYWRIGHT_COMMAND.split(' ').slice(1)]) || !exists(browser)) return undefined;
  return platform !== 'linux' || run(browser, ['--version']) ? browser : undefined;
}

function installByApt({ platform, isRoot, exists, run }: Machine): string | undefined {
  if (platform !== 'linux' || !isRoot || !exists(APT)) return undefined;
  return run('/bin/sh', ['-c', APT_COMMAND]) && exists(DEBIAN_CHROMIUM) ? DEBIAN_CHROMIUM : undefined;
}

function refuse({ platform, isRoot, exists }: Machine): never {
  const byApt = platform === 'linux' && exists(APT);
  const step = byApt ? (isRoot ? APT_COMMAND : `sudo sh -c "${APT_COMMAND}"`) : `npx ${PLAYWRIGHT_COMMAND}`;
  throw new NoChromiumError(
    `The browser tests need Chromium: none was found, and none could be installed. Run
  ${step}
or set CHROMIUM_PATH to the path of a Chromium, Chrome or Edge, and run the tests again.`,
  );
}

function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    playwrightBrowser: () => chromium.executablePath(),
    exists: existsSync,
    run: (command, args) => spawnSync(command, args, { stdio: ['ignore', 2, 2] }).status === 0,
  };
}
