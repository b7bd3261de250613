package io.painchain.backend.user;

import java.time.Clock;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.painchain.backend.id.Ids;
import io.painchain.backend.tenant.CurrentTenant;

/** Somebody signed in: who that is, from the first time on. */
@Singleton
public class UserArrival {

    private static final Logger LOG = Logger.getLogger(UserArrival.class);

    private final UserRepository repository;
    private final Ids ids;
    private final Clock clock;
    private final Optional<String> firstOwner;
    private final Optional<String> firstTenant;

    /** @param firstOwner whose verified e-mail address makes them the first owner of a tenant that has none */
    UserArrival(UserRepository repository, Ids ids, Clock clock,
            @ConfigProperty(name = "painchain.oidc.owner") Optional<String> firstOwner,
            @ConfigProperty(name = "painchain.oidc.owner.tenant") Optional<String> firstTenant) {
        this.repository = repository;
        this.ids = ids;
        this.clock = clock;
        this.firstOwner = firstOwner.map(String::strip);
        this.firstTenant = firstTenant.map(String::strip);
    }

    /** Neither name nor e-mail address finds a user; both are taken over from the provider each time. */
    @Transactional
    public KnownUser of(ProvenIdentity identity) {
        var id = repository.store(identity, ids.next(), clock.instant());
        var isFirstOwner = identity.email() != null && firstOwner.filter(identity.email()::equalsIgnoreCase).isPresent();
        if (isFirstOwner) {
            var tenantId = firstTenant.orElse(CurrentTenant.SELF_HOSTED);
            if (repository.addFirstOwner(tenantId, id, clock.instant())) {
                LOG.infof("The user %s became the first owner of the tenant %s, as PAINCHAIN_OIDC_OWNER says", id, tenantId);
            }
        }
        return repository.find(id).orElseThrow();
    }
}
