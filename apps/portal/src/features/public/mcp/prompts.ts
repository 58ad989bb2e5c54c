import type { GetPromptResult, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';

const longestWords = 500;

/** Ways to begin that a person chooses from a menu of their program. */
export function registerPrompts(server: McpServer): void {
  server.registerPrompt(
    'something_has_happened',
    {
      title: 'Something has happened / 被害に遭ったら',
      description: 'What to do now and whom to call. / いますることと相談先を聞きます。',
      argsSchema: z.object({
        what: z.string().max(longestWords).describe('What happened / 何が起きたか'),
      }),
    },
    ({ what }) =>
      said(
        `${what}\n\nUse find_help. Answer in the language of the line above: first the one telephone number to call and whether it answers now, then the steps in their order, then what not to do. Add nothing that the tool did not say.`,
      ),
  );
  server.registerPrompt(
    'choose_training',
    {
      title: 'Find training / 講座をさがす',
      description:
        'Courses that fit, their dates, and what the benefit pays. / 合う講座と日程、給付の額を聞きます。',
      argsSchema: z.object({
        who: z
          .string()
          .max(longestWords)
          .describe('For whom, and what they want to learn / だれが、何を学びたいか'),
      }),
    },
    ({ who }) =>
      said(
        `${who}\n\nUse search with filters, then list_runs_and_deadlines, and compute_benefit where a fee and a start are known. Answer in the language of the line above with at most five choices: title, why it fits, cost, next date, link. Leave out what is marked as sample, and say what is not known.`,
      ),
  );
}

function said(text: string): GetPromptResult {
  return { messages: [{ role: 'user', content: { type: 'text', text } }] };
}
