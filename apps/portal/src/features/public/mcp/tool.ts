import type { CallToolResult, McpServer, ToolAnnotations } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Language } from '../../../platform/i18n/language.ts';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Reader } from '../../../ui/collections/card.ts';
import type { CatalogueServices } from '../catalogue/index.ts';

/** What the tools answer from: all of it is in memory. */
export interface ToolSources {
  platform: Pick<Platform, 'collections' | 'vocabulary' | 'config' | 'now' | 'log' | 'openApiParts'>;
  help: CatalogueServices['help'];
  calendar: CatalogueServices['calendar'];
}

/** A tool as it is offered and answered; nothing that it does changes anything. */
export interface Tool<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  name: string;
  title: string;
  /** For the model that chooses among the tools. */
  description: string;
  input: Input;
  output: Output;
  answer(input: z.output<Input>, sources: ToolSources): ToolAnswer<z.input<Output>>;
}

/** What a tool found, or in words what the caller can do differently. */
type ToolAnswer<Value> = { ok: true; value: Value; text: string } | { ok: false; text: string };

/** Declares a tool; its answer has the type of its output schema. */
export function defineTool<Input extends z.ZodType, Output extends z.ZodType>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> {
  return tool;
}

export const languageInput = z
  .enum(['ja', 'en'])
  .default('ja')
  .describe('Language of the texts. English where it exists, otherwise Japanese. / 文章の言語');

const readOnly: ToolAnnotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/** Offers a tool of a server. */
export function registerTool(server: McpServer, tool: Tool, sources: ToolSources): void {
  const { name, title, description, input, output } = tool;
  const config = { title, description, inputSchema: input, outputSchema: output, annotations: readOnly };
  server.registerTool(name, config, (given: unknown): CallToolResult => {
    try {
      const answer = tool.answer(given, sources);
      const content: CallToolResult['content'] = [{ type: 'text', text: answer.text }];
      return answer.ok
        ? { content, structuredContent: answer.value as Record<string, unknown> }
        : { content, isError: true };
    } catch (error) {
      // What the program itself says of a fault is for its log, not for a stranger.
      sources.platform.log.error({ err: error, tool: name }, 'a tool failed');
      return { content: [{ type: 'text', text: serverFault }], isError: true };
    }
  });
}

const serverFault =
  'Something went wrong on the server. Try again in a while. / サーバーで問題が起きました。しばらくしてからもう一度お試しください。';

/** How views are made for programs: whole addresses, no readings. */
export function programReader(language: Language, { platform: { config } }: ToolSources): Reader {
  return {
    language,
    easy: false,
    furigana: false,
    href: (path) => siteUrl(config.baseUrl, path, language),
  };
}
