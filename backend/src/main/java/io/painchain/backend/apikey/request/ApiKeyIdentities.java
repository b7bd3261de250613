package io.painchain.backend.apikey.request;

import jakarta.inject.Singleton;

import io.painchain.backend.apikey.ApiKeyCheck;
import io.painchain.backend.apikey.RefusedKey;
import io.painchain.backend.apikey.StoredKey;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

@Singleton
class ApiKeyIdentities implements IdentityProvider<ApiKeyCredential> {

    static final String STORED = "painchain.key";

    private final ApiKeyCheck check;

    ApiKeyIdentities(ApiKeyCheck check) {
        this.check = check;
    }

    @Override
    public Class<ApiKeyCredential> getRequestType() {
        return ApiKeyCredential.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(ApiKeyCredential credential, AuthenticationRequestContext context) {
        try {
            var key = check.checkWithoutWaiting(credential.key());
            return key.isPresent() ? Uni.createFrom().item(identity(key.get(), credential))
                    : context.runBlocking(() -> identity(check.check(credential.key()), credential));
        } catch (RefusedKey e) {
            return Uni.createFrom().failure(e);
        }
    }

    private static SecurityIdentity identity(StoredKey key, ApiKeyCredential credential) {
        var caller = credential.isByCookie() ? key.caller().bySigningIn() : key.caller();
        return QuarkusSecurityIdentity.builder((QuarkusSecurityIdentity) caller.identity()).addAttribute(STORED, key).build();
    }
}
