import type { Database } from './database/connection.ts';
import { defineFeature, type Feature, type FeatureDeclaration } from './feature.ts';
import { createOrganisationRooms, type OrganisationRooms } from './organisations/rooms.ts';
import type { Platform } from './platform.ts';

/**
 * The platform for a capability in organisation rooms: the database is reachable only through a room.
 * @public
 */
export type RoomPlatform = Omit<Platform, 'connection'>;

type OrganisationFeatureDeclaration<Services, Needed extends Readonly<Record<string, Feature>>> = Omit<
  FeatureDeclaration<Services, Needed>,
  'create' | 'demonstration' | 'kinds' | 'collections'
> & {
  demonstration?: Omit<NonNullable<Feature['demonstration']>, 'prepare'> & {
    prepare(rooms: OrganisationRooms, now: Date): Promise<void>;
  };
  create(
    platform: RoomPlatform,
    dependencies: Parameters<FeatureDeclaration<Services, Needed>['create']>[1],
  ): ReturnType<FeatureDeclaration<Services, Needed>['create']>;
};

/** `defineFeature` for capabilities private to organisations. They publish nothing. */
export function defineOrganisationFeature<
  Services = undefined,
  Needed extends Readonly<Record<string, Feature>> = Record<never, never>,
>({
  create,
  demonstration,
  ...declaration
}: OrganisationFeatureDeclaration<Services, Needed>): Feature<Services> {
  return defineFeature<Services, Needed>({
    ...declaration,
    ...(demonstration && {
      demonstration: {
        ...demonstration,
        prepare: (db: Database, now: Date) => demonstration.prepare(createOrganisationRooms(db), now),
      },
    }),
    create: ({ connection: _, ...platform }, dependencies) => create(platform, dependencies),
  } as FeatureDeclaration<Services, Needed>);
}
