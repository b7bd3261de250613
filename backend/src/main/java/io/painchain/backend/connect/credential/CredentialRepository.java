package io.painchain.backend.connect.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.painchain.backend.connect.credential.Credential.Sealed;
import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.integration.IntegrationDeleted;
import io.painchain.model.connect.ConnectGrant;

@Singleton
class CredentialRepository {

    private static final String ALL = """
            select tenant_id, integration_id, provider, way, access_token, refresh_token, kept, token_expires_at, scopes,
                account, account_id, claim, exclusive, connected_at, connected_by, refresh_error
            from integration_credential\s""";

    private final Statements statements;

    CredentialRepository(Statements statements) {
        this.statements = statements;
    }

    Optional<Credential> find(String tenantId, UUID integrationId) {
        return statements.query(ALL + "where tenant_id = ? and integration_id = ?", List.of(tenantId, integrationId),
                CredentialRepository::read).stream().findFirst();
    }

    List<Credential> ofTenant(String tenantId) {
        return statements.query(ALL + "where tenant_id = ? order by integration_id", List.of(tenantId),
                CredentialRepository::read);
    }

    /** Until the transaction ends nobody else gets past this for the claim. */
    void lockClaim(String provider, String claim) {
        statements.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", List.of("claim " + provider + " " + claim),
                row -> true);
    }

    Optional<UUID> ofClaim(String tenantId, String provider, String claim) {
        return statements.query("""
                select integration_id from integration_credential where tenant_id = ? and provider = ? and claim = ?
                order by integration_id limit 1""", List.of(tenantId, provider, claim), row -> row.id("integration_id"))
                .stream().findFirst();
    }

    /** Across tenants. */
    boolean isElsewhere(String tenantId, String provider, String claim) {
        return !statements.query("""
                select 1 from integration_credential where tenant_id <> ? and provider = ? and claim = ? limit 1""",
                List.of(tenantId, provider, claim), row -> true).isEmpty();
    }

    void put(Credential credential) {
        statements.update("""
                insert into integration_credential (tenant_id, integration_id, provider, way, access_token, refresh_token, kept,
                    token_expires_at, scopes, account, account_id, claim, exclusive, connected_at, connected_by)
                values (?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz), ?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, integration_id) do update set provider = excluded.provider, way = excluded.way,
                    access_token = excluded.access_token, refresh_token = excluded.refresh_token, kept = excluded.kept,
                    token_expires_at = excluded.token_expires_at, scopes = excluded.scopes, account = excluded.account,
                    account_id = excluded.account_id, claim = excluded.claim, exclusive = excluded.exclusive,
                    connected_at = excluded.connected_at, connected_by = excluded.connected_by, refreshing_since = null,
                    refresh_error = null""",
                Arrays.asList(credential.tenantId(), credential.integrationId(), credential.provider(), credential.way(),
                        credential.tokens().access(), credential.tokens().refresh(), credential.tokens().kept(),
                        credential.expiresAt(), credential.scopes().toArray(String[]::new), credential.account(),
                        credential.accountId(), credential.claim(), credential.exclusive(), credential.connectedAt(),
                        credential.connectedBy()));
    }

    /** Of all tenants, each for one caller: its row says so before the token is used. */
    List<Credential> claimDue(Instant now, Duration ahead, Duration patience, int most) {
        return statements.query("""
                with due as (
                    select tenant_id, integration_id from integration_credential
                    where refresh_token is not null and refresh_error is null and token_expires_at < ?
                        and (refreshing_since is null or refreshing_since < ?)
                    order by token_expires_at limit ? for update skip locked
                ), claimed as (
                    update integration_credential c set refreshing_since = ?
                    from due where c.tenant_id = due.tenant_id and c.integration_id = due.integration_id
                    returning c.*
                )
                select * from claimed""", List.of(now.plus(ahead), now.minus(patience), most, now), CredentialRepository::read);
    }

    /** @return whether it is still the caller's to refresh; its row is locked then */
    boolean lockClaimed(Credential credential, Instant since) {
        return !statements.query("""
                select 1 from integration_credential where tenant_id = ? and integration_id = ? and refreshing_since = ?
                for update""", List.of(credential.tenantId(), credential.integrationId(), since), row -> true).isEmpty();
    }

    void refreshed(Credential credential, Sealed tokens, ConnectGrant grant) {
        statements.update("""
                update integration_credential set access_token = ?, refresh_token = ?, kept = ?,
                    token_expires_at = cast(? as timestamptz), refreshing_since = null
                where tenant_id = ? and integration_id = ?""",
                Arrays.asList(tokens.access(), tokens.refresh(), tokens.kept(), grant.expiresAt(), credential.tenantId(),
                        credential.integrationId()));
    }

    /** @param error {@code null} where trying again may help */
    void notRefreshed(Credential credential, Instant since, String error) {
        statements.update("""
                update integration_credential set refreshing_since = null, refresh_error = cast(? as text)
                where tenant_id = ? and integration_id = ? and refreshing_since = ?""",
                Arrays.asList(error, credential.tenantId(), credential.integrationId(), since));
    }

    /** Of all tenants, for changes of their storage. */
    List<Credential> lockSomeAfter(UUID integrationId, int most) {
        return statements.query(ALL + "where integration_id > ? order by integration_id limit ? for update",
                List.of(integrationId, most), CredentialRepository::read);
    }

    void sealedAnew(Credential credential, Sealed tokens) {
        statements.update("""
                update integration_credential set access_token = ?, refresh_token = ?, kept = ?
                where tenant_id = ? and integration_id = ?""",
                Arrays.asList(tokens.access(), tokens.refresh(), tokens.kept(), credential.tenantId(),
                        credential.integrationId()));
    }

    void deleted(@Observes IntegrationDeleted deletion) {
        var integration = deletion.integration();
        statements.update("delete from integration_credential where tenant_id = ? and integration_id = ?",
                List.of(integration.tenantId(), integration.id()));
    }

    private static Credential read(Row row) {
        return new Credential(row.text("tenant_id"), row.id("integration_id"), row.text("provider"), row.text("way"),
                new Sealed(row.bytes("access_token"), row.bytes("refresh_token"), row.bytes("kept")),
                row.instant("token_expires_at"), row.texts("scopes"), row.text("account"), row.text("account_id"),
                row.text("claim"), row.flag("exclusive"), row.instant("connected_at"), row.text("connected_by"),
                row.text("refresh_error"));
    }
}
