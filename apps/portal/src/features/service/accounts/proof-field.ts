/** Id of a page's identity confirmation; problems that belong to no field link to it. */
export const proofField = 'proof';
