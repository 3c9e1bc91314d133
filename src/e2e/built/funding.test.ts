import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../registry/graph.ts';
import { attribute, builtSite, pagesOf } from './pages.ts';
import { registryOf } from './registries.ts';

describe.each(['main', 'arabic'])('funding on the site “%s”', async (name) => {
  const pages = await pagesOf(name);
  const { base } = builtSite(name);
  const registry = registryOf(name);
  const graph = buildGraph(registry);
  const languages = registry.config.languages;
  const linksOn = (lang: string, path: string) => {
    const page = pages.find(({ file }) => file === `${lang}/${path}index.html`) ?? expect.fail(`no page ${path}`);
    return new Set(page.root.querySelectorAll('main a').map((link) => attribute(link, 'href')));
  };
  const lacking = (lang: string, path: string, wanted: readonly string[]) => {
    const links = linksOn(lang, path);
    return wanted.filter((href) => !links.has(href)).map((href) => `${lang}/${path} ${href}`);
  };

  test.each(languages)(
    'every programme is listed, and leads to who pays, the evidence and the projects (%s)',
    (lang) => {
      expect(graph.programmes.length).toBeGreaterThan(0);
      const href = (path: string) => `${base}${lang}/${path}/`;
      const listed = graph.programmes.map(({ id }) => href(`funding/${id}`));
      const faults = graph.programmes.flatMap(({ id, data }) =>
        lacking(lang, `funding/${id}/`, [
          ...(data.evidence ?? []),
          ...(data.funderOrganization === undefined ? [] : [href(`organizations/${data.funderOrganization}`)]),
          ...graph.fundedBy(id).map(({ project }) => href(`projects/${project.id}`)),
        ]),
      );
      expect([...lacking(lang, 'funding/', listed), ...faults]).toEqual([]);
    },
  );

  test.each(languages)('projects and organizations lead to the programmes (%s)', (lang) => {
    const funded = graph.projects.filter(({ data }) => data.funding !== undefined);
    expect(funded.length).toBeGreaterThan(0);
    const ofProjects = funded.flatMap(({ id, data: { funding = [] } }) =>
      lacking(
        lang,
        `projects/${id}/`,
        funding.flatMap(({ programme, evidence }) => [
          ...(programme === undefined ? [] : [`${base}${lang}/funding/${programme}/`]),
          ...(evidence === undefined ? [] : [evidence]),
        ]),
      ),
    );
    const ofFunders = graph.programmes.flatMap(({ id, data: { funderOrganization } }) =>
      funderOrganization === undefined
        ? []
        : lacking(lang, `organizations/${funderOrganization}/`, [`${base}${lang}/funding/${id}/`]),
    );
    expect([...ofProjects, ...ofFunders]).toEqual([]);
  });
});
