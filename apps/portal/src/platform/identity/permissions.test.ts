import { expect, it } from 'vitest';
import '../../features.ts';
import { definedPermissions, may, type Standing } from './permissions.ts';

const administrator: Standing = { role: 'administrator', memberships: [] };
const owner: Standing = {
  role: 'provider',
  memberships: [{ organisationId: 'theirs', role: 'owner' }],
};

it('nobody may do anything without signing in', () => {
  for (const permission of definedPermissions()) expect(may(undefined, permission)).toBe(false);
});

it('what the table does not name, not even an administrator may do', () => {
  expect(may(administrator, 'site.explode')).toBe(false);
  expect(may(administrator, 'constructor')).toBe(false);
});

it('an owner may invite to their own organisation and to no other', () => {
  expect(may(owner, 'organisation.invite', 'theirs')).toBe(true);
  expect(may(owner, 'organisation.invite', 'another')).toBe(false);
  expect(may(owner, 'organisation.invite')).toBe(true);
});

it('a member may look, and leaves the deciding to the owner', () => {
  const member: Standing = { role: 'provider', memberships: [{ organisationId: 'theirs', role: 'member' }] };
  expect(may(member, 'organisation.view', 'theirs')).toBe(true);
  expect(may(member, 'organisation.members', 'theirs')).toBe(false);
});

it('an administrator changes no members of an organisation that is not theirs', () => {
  expect(may(administrator, 'organisation.members', 'theirs')).toBe(false);
});
