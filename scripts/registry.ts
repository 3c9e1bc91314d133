import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// The program is hundreds of small files: compiled once, a command starts in about half the time. Where nothing can be
// written, it goes on without. Imports are compiled before a line is run, so the program comes after the cache.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/public-square/compiled', import.meta.url)));
const { main } = await import('./command-line.ts');
process.exitCode = await main();
