import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Action, actions, actionsFrom, nextState, type Standing, type State, states } from './model.ts';

const author = { id: 'author', organisationId: 'acme' };
const reviewer = { id: 'reviewer', organisationId: null };

const standing = (state: State): Standing => ({ state, workers: ['author', 'typist'], ownerId: 'acme' });

function walk(path: Action[]): string {
  let state: State = 'draft';
  for (const action of path) {
    const outcome = nextState(standing(state), action, reviewer);
    if (!outcome.ok) return `${action} refused from ${state}`;
    state = outcome.value;
  }
  return state;
}

describe('an entry', () => {
  test('goes from draft over review to published', () => {
    expect(walk(['submit', 'start-review', 'approve'])).toBe('published');
  });

  test('comes back after changes were requested', () => {
    expect(walk(['submit', 'start-review', 'request-changes', 'submit', 'start-review', 'approve'])).toBe(
      'published',
    );
  });

  test('is published when its scheduled time comes', () => {
    expect(walk(['submit', 'start-review', 'schedule', 'publish-due'])).toBe('published');
  });

  test('expires, and can be opened again', () => {
    expect(walk(['submit', 'start-review', 'approve', 'expire', 'reopen'])).toBe('draft');
  });

  test('cannot be approved before it was reviewed', () => {
    expect(walk(['submit', 'approve'])).toBe('approve refused from submitted');
  });

  test('stays published when its operator confirms it', () => {
    expect(walk(['submit', 'start-review', 'approve', 'confirm'])).toBe('published');
  });
});

describe('nobody', () => {
  test('approves their own entry', () => {
    const own = nextState(standing('in-review'), 'approve', { id: 'author', organisationId: null });
    expect(own).toMatchObject({ ok: false, problems: [{ code: 'own-work' }] });
  });

  test('approves an entry that somebody else sent and they typed some of', () => {
    const typed = nextState(standing('in-review'), 'approve', { id: 'typist', organisationId: null });
    expect(typed).toMatchObject({ ok: false, problems: [{ code: 'own-work' }] });
  });

  test('approves or schedules an entry of their own organisation', () => {
    const colleague = { id: 'colleague', organisationId: 'acme' };
    for (const action of ['approve', 'schedule'] as const)
      expect(nextState(standing('in-review'), action, colleague)).toMatchObject({
        ok: false,
        problems: [{ code: 'own-work' }],
      });
  });

  test('is kept from submitting or withdrawing their own', () => {
    expect(nextState(standing('draft'), 'submit', author).ok).toBe(true);
    expect(nextState(standing('published'), 'withdraw', author).ok).toBe(true);
  });
});

test('an action offered from a state is the only one not refused for the state', () => {
  fc.assert(
    fc.property(fc.constantFrom(...states), fc.constantFrom(...actions), (state, action) => {
      const outcome = nextState(standing(state), action, reviewer);
      const refusedForState = !outcome.ok && outcome.problems[0]?.code === 'not-from-this-state';
      expect(actionsFrom(state).includes(action)).toBe(!refusedForState);
    }),
  );
});
