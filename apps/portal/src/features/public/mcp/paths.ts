/** Addresses without language prefix. */
export const mcpPaths = {
  /** Where programs connect. */
  endpoint: '/mcp',
  /** What it is and how to connect, for people. */
  guide: '/mcp-guide',
} as const;
