import type { APIRequestContext } from '@playwright/test';
import { projects } from './registry.ts';
import { address } from './sites.ts';

/** The ids of all projects, the one with the shortest page in English first. */
export async function projectsBySize(request: APIRequestContext): Promise<string[]> {
  const sized = [];
  for (const { id } of projects) {
    const answer = await request.get(address('main', `en/projects/${id}/`));
    sized.push({ id, size: (await answer.body()).length });
  }
  return sized.toSorted((one, other) => one.size - other.size).map(({ id }) => id);
}
