import { rmSync } from 'node:fs';
import { seedLocalGitHub } from './dev-github/seed.ts';

/** Starts a local GitHub to try the bots on by hand, and says how: `npm run dev:github`. PORT names the port. */
const { github, clone, pull, issue } = await seedLocalGitHub(Number(process.env['PORT'] || 4480));
const auth = `-H 'authorization: token ${github.token}'`;

console.log(`A local GitHub answers at ${github.url}; Ctrl+C ends it, and all that is in it.
Its repository ${github.repository} has this registry, pull request ${pull} with a fault, and issue ${issue} that is to become a pull request.

In another terminal:

  export GITHUB_API_URL=${github.url} GITHUB_TOKEN=${github.token} GITHUB_REPOSITORY=${github.repository} GITHUB_SERVER_URL=${github.url}/html
  export BOT_CLONE=${clone}

  PULL_REQUEST=${pull} npm run bot:pull-request
  ISSUE=${issue} npm run bot:issue-to-pull-request
  npm run bot:queue

What they said:

  curl -s ${auth} ${github.url}/repos/${github.repository}/issues/${pull}/comments
  curl -s ${auth} ${github.url}/repos/${github.repository}/issues/${issue}/comments

To mend the pull request as its author would; then run the bot again:

  cd ${clone} && git fetch -q origin refs/pull/${pull}/head && git checkout -q FETCH_HEAD
  sed -i s/stabel/stable/ registry/projects/int/sample-tickets.yaml && git commit -qam Mend
  git push -q origin HEAD:refs/pull/${pull}/head; git checkout -q main; cd -`);

process.once('SIGINT', async () => {
  rmSync(clone, { recursive: true, force: true });
  await github.close();
  process.exit(0);
});
