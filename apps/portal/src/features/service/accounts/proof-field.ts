/** Id of where a page asks for proof of identity; what is wrong with none of the fields is said there. */
export const proofField = 'proof';
