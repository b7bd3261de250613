package io.painchain.backend.subscription.outbox;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.subscription.outbox.MessageView.AttemptView;

/** Messages as users see them. */
@Singleton
class MessageRepository {

    private static final String COLUMNS = """
            select id, event_id, revision, title, state, attempt, not_before, created_at, done_at, status, error
            from outgoing_message where tenant_id = ? and subscription_id = ?""";
    private static final String AGAIN = "set state = 'waiting', attempt = 0, not_before = ?, done_at = null, error = null";

    private final Statements statements;

    MessageRepository(Statements statements) {
        this.statements = statements;
    }

    boolean exists(SubscriptionKey key) {
        return !statements.query("select id from subscription where tenant_id = ? and id = ?",
                List.of(key.tenantId(), key.id()), row -> row.id("id")).isEmpty();
    }

    List<MessageView> list(SubscriptionKey key, String state, UUID before, int limit) {
        return statements.query(COLUMNS + " " + """
                and id < ? and (cast(? as text) is null or state = cast(? as text)) order by id desc limit ?""",
                Arrays.asList(key.tenantId(), key.id(), before, state, state, limit), row -> view(row, null));
    }

    Optional<MessageView> find(SubscriptionKey key, UUID id) {
        return statements.query(COLUMNS + " and id = ?", List.of(key.tenantId(), key.id(), id),
                row -> view(row, attempts(key, id))).stream().findFirst();
    }

    private List<AttemptView> attempts(SubscriptionKey key, UUID message) {
        return statements.query("""
                select number, at, millis, status, error from outgoing_attempt
                where tenant_id = ? and subscription_id = ? and message_id = ? order by at desc""",
                List.of(key.tenantId(), key.id(), message), row -> new AttemptView((int) row.number("number"),
                        row.instant("at"), (int) row.number("millis"), status(row), row.text("error")));
    }

    boolean again(SubscriptionKey key, UUID id, Instant now) {
        return statements.update("update outgoing_message " + AGAIN + " " + """
                where tenant_id = ? and subscription_id = ? and id = ?""",
                List.of(now, key.tenantId(), key.id(), id)) == 1;
    }

    /** The oldest first. */
    int again(SubscriptionKey key, ResendRequest wanted, int most, Instant now) {
        return statements.update("update outgoing_message " + AGAIN + " " + """
                where tenant_id = ? and subscription_id = ? and id in (
                   select id from outgoing_message
                   where tenant_id = ? and subscription_id = ? and state <> 'waiting'
                       and state = coalesce(cast(? as text), state)
                       and created_at >= coalesce(cast(? as timestamptz), created_at)
                       and (cast(? as timestamptz) is null or created_at < cast(? as timestamptz))
                   order by id limit ? for update skip locked)""",
                Arrays.asList(now, key.tenantId(), key.id(), key.tenantId(), key.id(), wanted.state(), wanted.from(),
                        wanted.to(), wanted.to(), most));
    }

    private static MessageView view(Row row, List<AttemptView> attempts) {
        var event = row.id("event_id");
        long revision = row.number("revision");
        return new MessageView(row.id("id").toString(), event + "_" + revision, event.toString(), revision, row.text("title"),
                row.text("state"), (int) row.number("attempt"), row.instant("not_before"), row.instant("created_at"),
                row.instant("done_at"), status(row), row.text("error"), attempts);
    }

    private static Integer status(Row row) {
        var status = row.count("status");
        return status == null ? null : status.intValue();
    }
}
