package io.painchain.backend.database;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Classifies failures by SQL state, whatever libraries wrapped them. */
public final class DatabaseFailures {

    /** Serialisation failure and deadlock. */
    private static final Set<String> REPEATABLE = Set.of("40001", "40P01");
    /** Shut down, crashed, starting, too many connections; cancelled by an administrator. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

    private DatabaseFailures() {
    }

    public static boolean isRepeatable(Throwable failure) {
        return causedBy(failure, e -> e.getSQLState() != null && REPEATABLE.contains(e.getSQLState()));
    }

    public static boolean isAway(Throwable failure) {
        return causedBy(failure, DatabaseFailures::isAway);
    }

    public static boolean isTooSlow(Throwable failure) {
        return causedBy(failure, e -> "57014".equals(e.getSQLState()));
    }

    private static boolean isAway(SQLException failure) {
        var state = failure.getSQLState();
        if (state == null) { // the connection pool's own, when no connection became free in time
            return failure.getMessage() != null
                    && failure.getMessage().toLowerCase(Locale.ROOT).contains("acquisition timeout");
        }
        return state.startsWith("08") || AWAY.contains(state);
    }

    private static boolean causedBy(Throwable failure, Predicate<SQLException> condition) {
        for (var cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            if (cause instanceof SQLException e && condition.test(e)) {
                return true;
            }
            for (var suppressed : cause.getSuppressed()) {
                if (causedBy(suppressed, condition)) {
                    return true;
                }
            }
        }
        return false;
    }
}
