/** Most characters of a web address. */
export const longestAddress = 2_000;
