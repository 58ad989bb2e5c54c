import { describe, expect, it } from 'vitest';
import { areas } from '../demand/dimensions.ts';
import { type Offer, Supply, seatsOf, serves } from './seats.ts';

const onsite = { prefecture: '13', online: false, seats: 20 };
const online = { prefecture: undefined, online: true, seats: 100 };
const both = { prefecture: '27', online: true, seats: 30 };
const unknown = { prefecture: '13', online: false, seats: undefined };

const area = areas[0]!.id;

function offer(id: string, runs: Offer['runs'], over: Partial<Offer> = {}): Offer {
  return {
    id,
    roles: ['dx-manager', 'legal'],
    skills: ['buy-cloud', 'law-basics'],
    areas: [area],
    runs,
    anyTime: false,
    ...over,
  };
}

describe('seats', () => {
  it('count once however many roles and skills they serve', () => {
    const supply = new Supply([offer('x', [onsite])]);
    expect(supply.seats({})).toBe(20);
    expect(supply.seats({ role: 'dx-manager' })).toBe(20);
    expect(supply.seats({ role: 'dx-manager', skill: 'buy-cloud' })).toBe(20);
    expect(supply.seats({ role: 'dx-manager', area })).toBe(20);
    expect(supply.seats({ role: 'executive' })).toBe(0);
  });

  it('online count in every prefecture, and once where there is a venue too', () => {
    const supply = new Supply([offer('x', [onsite, online, both])]);
    expect(supply.seats({ prefecture: '13' })).toBe(150);
    expect(supply.seats({ prefecture: '27' })).toBe(130);
    expect(supply.seats({ prefecture: '47' })).toBe(130);
    expect(supply.seats({})).toBe(150);
  });

  it('of a run without a number of places are none', () => {
    expect(new Supply([offer('x', [unknown])]).seats({ role: 'dx-manager' })).toBe(0);
  });

  it('are those of the programmes that are listed for the same place', () => {
    const offers = [
      offer('x', [onsite, both]),
      offer('y', [online], { roles: ['legal'] }),
      offer('z', [], { anyTime: true }),
    ];
    const supply = new Supply(offers);
    for (const place of [
      {},
      { role: 'legal' },
      { role: 'dx-manager', prefecture: '13' },
      { skill: 'buy-cloud', prefecture: '47' },
    ]) {
      const listed = offers.filter((each) => serves(each, place));
      expect(listed.reduce((sum, each) => sum + seatsOf(each, place.prefecture), 0)).toBe(
        supply.seats(place),
      );
    }
  });
});
