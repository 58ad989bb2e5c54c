/** Days that an invitation can be taken up. */
export const invitationLife = 14;
