/** The two addresses of one database; the same where one role does both. */
export interface DatabaseAddresses {
  /** For the role that owns the tables and changes them. */
  owner: string;
  /** For the role that the portal works as. */
  portal: string;
}
