/** Characters of an address of the web that people enter. */
export const longestAddress = 2_000;
