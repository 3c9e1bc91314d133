import { shownAccount } from '../shown/account.ts';
import { Refusal, type Routes } from './route.ts';

export const userRoutes: Routes = {
  'users/get-authenticated': ({ actor, addresses }) => {
    // The token of a workflow is nobody's.
    if (actor.type === 'Bot') throw new Refusal(403, 'Resource not accessible by integration');
    const untold = { name: null, company: null, blog: null, location: null, email: null, hireable: null, bio: null };
    const counts = { public_repos: 0, public_gists: 0, followers: 0, following: 0 };
    const times = { created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z' };
    return { status: 200, body: { ...shownAccount(actor, addresses), ...untold, ...counts, ...times } };
  },
};
