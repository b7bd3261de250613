package io.painchain.backend.webhook.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.integration.secret.SecretVault;
import io.painchain.backend.integration.tracked.RepositoryNames;
import io.painchain.backend.integration.tracked.TrackedRepositories;
import io.painchain.backend.webhook.HookSecrets;
import io.painchain.backend.webhook.inbox.SenderRepository.Configured;
import io.painchain.backend.webhook.inbox.SenderRepository.Hook;
import io.painchain.model.connector.Intake;
import io.painchain.model.connector.Intake.Match;

/** Makes senders of what is stored. One whose secrets cannot be read is left out, and keeps no other from receiving. */
@Singleton
class SenderReader {

    private static final Logger LOG = Logger.getLogger(SenderReader.class);

    private final SecretVault vault;
    private final HookSecrets hookSecrets;
    private final RepositoryNames names;
    private final ObjectMapper mapper;

    SenderReader(SecretVault vault, HookSecrets hookSecrets, RepositoryNames names, ObjectMapper mapper) {
        this.vault = vault;
        this.hookSecrets = hookSecrets;
        this.names = names;
        this.mapper = mapper;
    }

    /** By integration; without secrets for webhooks it is there too, as its webhook configurations have their own. */
    Map<UUID, Sender> ofIntegrations(String type, Intake intake, List<Configured> stored) {
        var tracked = names.tracked(type);
        var senders = new HashMap<UUID, Sender>();
        stored.forEach(integration -> ofIntegration(integration, intake, tracked)
                .ifPresent(sender -> senders.put(integration.integrationId(), sender)));
        return senders;
    }

    Optional<Sender> ofHook(Hook hook, Map<UUID, Sender> integrations) {
        var integration = integrations.get(hook.integrationId());
        if (integration == null) {
            return Optional.empty();
        }
        try {
            var secrets = Stream.of(hook.secret(), hook.previous()).filter(sealed -> sealed != null)
                    .map(sealed -> hookSecrets.open(hook.tenantId(), hook.id(), sealed)).toList();
            var repositories = hook.repository() == null ? integration.repositories()
                    : Set.of(hook.repository().toLowerCase(Locale.ROOT));
            return Optional.of(new Sender(hook.tenantId(), hook.integrationId(), hook.id(), hook.hook(), secrets, repositories,
                    Set.copyOf(hook.events()), integration.values()));
        } catch (IllegalStateException e) {
            LOG.errorf("Webhook configuration %s takes nothing: %s", hook.id(), e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Sender> ofIntegration(Configured stored, Intake intake, Optional<TrackedRepositories> tracked) {
        try {
            var config = mapper.readTree(stored.config());
            var sealed = vault.open(stored.tenantId(), stored.integrationId(), stored.secrets());
            var secrets = intake.secrets().stream().map(sealed::get).filter(secret -> secret != null && secret.isTextual())
                    .map(JsonNode::textValue).filter(secret -> !secret.isBlank()).toList();
            var repositories = tracked.map(list -> list.names(config)).orElse(List.of()).stream()
                    .map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
            return Optional
                    .of(new Sender(stored.tenantId(), stored.integrationId(), null, null, secrets, repositories, Set.of(),
                            values(intake, config)));
        } catch (JsonProcessingException | IllegalStateException e) {
            LOG.errorf("Integration %s takes no webhooks: its configuration cannot be read", stored.integrationId());
            return Optional.empty();
        }
    }

    private static Map<String, String> values(Intake intake, JsonNode config) {
        var matches = intake.target().matches() == null ? List.<Match> of() : intake.target().matches();
        var values = new HashMap<String, String>();
        for (var match : new ArrayList<>(matches)) {
            var value = config.at(match.config());
            if (value.isValueNode() && !value.isNull()) {
                values.put(match.config(), value.asText().strip());
            }
        }
        return values;
    }
}
