package io.painchain.backend.apikey;

import jakarta.inject.Singleton;

import io.painchain.backend.security.Role;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class KeyCreatorRepository implements PanacheRepositoryBase<KeyCreator, KeyCreator.Key> {

    /** Who was removed or is suspended has no keys either. */
    StoredKey.Maker maker(ApiKey key) {
        if (key.creatorId == null) {
            return StoredKey.Maker.NOBODY;
        }
        return findByIdOptional(new KeyCreator.Key(key.tenantId, key.creatorId))
                .filter(creator -> creator.suspendedAt == null)
                .map(creator -> new StoredKey.Maker(key.creatorId, Role.of(creator.role).orElseThrow()))
                .orElseGet(() -> new StoredKey.Maker(key.creatorId, null));
    }
}
