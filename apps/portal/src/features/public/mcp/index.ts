import { defineFeature } from '../../../platform/feature.ts';
import { catalogueFeature } from '../catalogue/index.ts';
import { mcpEndpoint } from './endpoint.ts';
import { mcpNavigation, mcpSiteMap } from './navigation.ts';
import { mcpPages } from './routes.tsx';
import { createServers } from './server.ts';

/** The catalogue, help and benefits for AI assistants, by the Model Context Protocol: for reading only. */
export const mcpFeature = defineFeature({
  name: 'mcp',
  position: 25,
  dependencies: { catalogue: catalogueFeature },
  create(platform, { catalogue }) {
    const createServer = createServers({ platform, help: catalogue.help, calendar: catalogue.calendar });
    let close = async () => {};
    return {
      services: undefined,
      routes: {
        pages: mcpPages,
        navigation: mcpNavigation,
        siteMap: () => mcpSiteMap,
        files(routes) {
          ({ close } = mcpEndpoint(routes, platform, createServer));
        },
        stop: () => close(),
      },
    };
  },
});
