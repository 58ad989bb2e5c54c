/** Days for which an invitation is valid. */
export const invitationLife = 14;
