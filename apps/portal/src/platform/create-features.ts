import type { CreatedFeature, Feature, FeatureRoutes } from './feature.ts';
import type { Platform } from './platform.ts';

/** All capabilities of a node, created. */
export interface CreatedFeatures {
  /** In the order of the capabilities' positions. */
  routes: FeatureRoutes[];
  /** @throws Error for a capability that was not created */
  servicesOf<Services>(feature: Feature<Services>): Services;
}

/**
 * Creates all capabilities, each after those that it depends on.
 * @throws Error where one depends on another that is not listed, or on itself through others
 */
export function createFeatures(features: readonly Feature[], platform: Platform): CreatedFeatures {
  const created = new Map<Feature, CreatedFeature<unknown>>();
  const underWay = new Set<Feature>();
  const create = (feature: Feature): CreatedFeature<unknown> => {
    const known = created.get(feature);
    if (known) return known;
    if (underWay.has(feature)) throw new Error(`feature ${feature.name} depends on itself`);
    underWay.add(feature);
    const needed = Object.entries(feature.dependencies).map(([name, other]) => {
      if (!features.includes(other))
        throw new Error(`feature ${feature.name} needs ${other.name}, which features.ts does not list`);
      return [name, create(other).services] as const;
    });
    const made = feature.create(platform, Object.fromEntries(needed));
    created.set(feature, made);
    return made;
  };
  const inOrder = features.toSorted((one, other) => one.position - other.position);
  const routes = inOrder.map((feature) => create(feature).routes);
  return {
    routes,
    servicesOf<Services>(feature: Feature<Services>): Services {
      const made = created.get(feature);
      if (!made) throw new Error(`feature ${feature.name} was not created`);
      return made.services as Services;
    },
  };
}
