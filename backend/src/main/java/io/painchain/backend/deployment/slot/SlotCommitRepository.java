package io.painchain.backend.deployment.slot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;
import io.painchain.backend.deployment.fact.Slot;
import io.painchain.backend.deployment.slot.SlotRow.Previous;

/** In which deployments of a slot a commit was. Work that is told to be shipped stands among the commits by its id. */
@Singleton
public class SlotCommitRepository {

    private static final String OF_SLOT = "tenant_id = ? and project = ? and environment = ? and service = ?";

    private final Statements statements;

    SlotCommitRepository(Statements statements) {
        this.statements = statements;
    }

    /** @param from when the first deployment of the slot was done that has any of what was asked for */
    public record Found(Slot slot, Instant from) {
    }

    public List<Found> having(String tenantId, Collection<String> shas) {
        return shas.isEmpty() ? List.of()
                : statements.query("""
                        select project, environment, service, min(done) as done from deployment_commit
                        where tenant_id = ? and sha = any(?) group by project, environment, service""",
                        List.of(tenantId, shas.toArray(String[]::new)), row -> new Found(new Slot(tenantId, row.text("project"),
                                row.text("environment"), row.text("service")), row.instant("done")));
    }

    void forget(Slot slot, Instant from) {
        statements.update("delete from deployment_commit where " + OF_SLOT + " and shown_at >= ?", of(slot, from));
    }

    void keep(Deployment deployment, List<String> shipped) {
        var all = new ArrayList<>(shipped);
        all.addAll(deployment.works());
        keep(deployment.slot(), new Previous(deployment.id(), deployment.version(), deployment.done()), deployment.done(), all);
    }

    /** What one deployment took back from another was there. */
    void keepOf(Previous previous, Deployment shownBy, List<String> shas) {
        keep(shownBy.slot(), previous, shownBy.done(), shas);
    }

    private void keep(Slot slot, Previous of, Instant shownAt, List<String> shas) {
        if (!shas.isEmpty()) {
            statements.update("""
                    insert into deployment_commit (tenant_id, project, environment, service, deployment_id, done, shown_at, sha)
                    select ?, ?, ?, ?, ?, ?, ?, sha from (select distinct unnest(cast(? as text[])) as sha) shipped
                    on conflict do nothing""", of(slot, of.id(), of.done(), shownAt, shas.toArray(String[]::new)));
        }
    }

    List<String> shippedBefore(Deployment deployment, List<String> shas) {
        return shas.isEmpty() ? List.of()
                : statements.query("select distinct sha from deployment_commit where " + OF_SLOT
                        + " and sha = any(?) and (done < ? or done = ? and deployment_id < ?)",
                        of(deployment.slot(),
                                shas.toArray(String[]::new), deployment.done(), deployment.done(), deployment.id()),
                        row -> row.text("sha"));
    }

    /** Earlier deployments all of whose commits are among these. */
    List<String> wholeIn(Deployment deployment, List<String> back) {
        var shas = back.toArray(String[]::new);
        var slot = deployment.slot();
        return statements.query("""
                select c.deployment_id from deployment_commit c
                where %1$s and c.done < ? and c.deployment_id in (
                    select b.deployment_id from deployment_commit b
                    where b.tenant_id = ? and b.sha = any(?) and b.project = ? and b.environment = ? and b.service = ?)
                group by c.deployment_id having bool_and(c.sha = any(?) or c.sha like '%%:%%') order by 1""".formatted(OF_SLOT),
                of(slot, deployment.done(), slot.tenantId(), shas, slot.project(), slot.environment(), slot.service(), shas),
                row -> row.text("deployment_id"));
    }

    Optional<String> lastWith(Deployment deployment, List<String> shas) {
        return statements.query("select deployment_id from deployment_commit where " + OF_SLOT
                + " and sha = any(?) and done < ? order by done desc, deployment_id desc limit 1",
                of(deployment.slot(), shas.toArray(String[]::new), deployment.done()), row -> row.text("deployment_id"))
                .stream().findFirst();
    }

    private static List<Object> of(Slot slot, Object... more) {
        var parameters = new ArrayList<Object>(
                List.of(slot.tenantId(), slot.project(), slot.environment(), slot.service()));
        parameters.addAll(Arrays.asList(more));
        return parameters;
    }
}
