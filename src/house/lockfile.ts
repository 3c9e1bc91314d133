interface LockedPackage {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/**
 * Optional packages that a locked package names in one exact version and that the lock leaves out, as `package -> name@version`.
 * npm leaves them out when it cannot fetch them, as with binaries for other systems, and `npm ci` then refuses the lock.
 */
export function missingFromLock({ packages }: Lockfile): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => /^\d/.test(version) && lookup(packages, path, name)?.version !== version)
      .map(([name, version]) => `${path} -> ${name}@${version}`),
  );
}

/** What Node would load as `name` from the package at `path`: the nearest `node_modules` folder counts. */
function lookup(packages: Lockfile['packages'], path: string, name: string): LockedPackage | undefined {
  const found = packages[path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`];
  if (found !== undefined || path === '') return found;
  return lookup(packages, path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name);
}
