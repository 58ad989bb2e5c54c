const dashboard = '/figures';

/** Where the pages of figures live, without language prefix. */
export const figurePaths = {
  dashboard,
  export: `${dashboard}/export`,
  year: (year: number | ':year') => `${dashboard}/years/${year}`,
};
