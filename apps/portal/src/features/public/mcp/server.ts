import { McpServer } from '@modelcontextprotocol/server';
import { rememberWhileUnchanged } from '../../../platform/collections/file-routes.ts';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import { mcpPaths } from './paths.ts';
import { registerPrompts } from './prompts.ts';
import { registerResources } from './resources.ts';
import { registerTool, type ToolSources } from './tool.ts';
import { computeBenefitTool } from './tools/compute-benefit.ts';
import { findHelpTool } from './tools/find-help.ts';
import { listDatesTool } from './tools/list-dates.ts';
import { readRecordTool } from './tools/read-record.ts';
import { searchTool } from './tools/search.ts';

/** Of what programs see here, not of the portal. */
const version = '1.0.0';

const instructions = `Kakehashi (架け橋) lists what Japanese public bodies, associations and companies offer against cyber threats, in Japanese and English: courses, materials, consultation desks, support schemes.
- A person is in trouble: call find_help at once, and pass on telephone numbers and steps exactly as they stand.
- Otherwise: search, then read_record. Days and deadlines: list_runs_and_deadlines. Training benefits: compute_benefit.
- Records with sample: true are made up to show the site; never recommend them.
- Name the page of a record as the source. What is null or missing is not known: say so and do not fill it in.`;

/**
 * A maker of servers, each for one request or one connection: they share the tools, which are worded anew
 * when a record changes, and nothing else.
 */
export function createServers(sources: ToolSources): () => McpServer {
  const { whole } = sources.platform.collections;
  // The vocabulary that words the inputs is a record like any other.
  const tools = rememberWhileUnchanged(whole, () => [
    searchTool(sources),
    readRecordTool(sources),
    findHelpTool(sources),
    computeBenefitTool(),
    listDatesTool(sources),
  ]);
  const { baseUrl } = sources.platform.config;
  return () => {
    const server = new McpServer(
      {
        name: 'kakehashi',
        title: 'Kakehashi / 架け橋',
        version,
        websiteUrl: siteUrl(baseUrl, mcpPaths.guide),
      },
      { instructions },
    );
    for (const tool of tools()) registerTool(server, tool, sources);
    registerResources(server, sources);
    registerPrompts(server);
    return server;
  };
}
