package io.painchain.backend.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;

class DatabaseWaitTest {

    @Test
    void refusesAnOlderPostgresqlThanTheSchemaNeeds() {
        assertThatExceptionOfType(StartupFailure.class).isThrownBy(() -> DatabaseWait.requireVersion(140_012))
                .withMessage("PainChain needs PostgreSQL 15 or newer, and this server is PostgreSQL 14.")
                .returns(ExitStatus.DATABASE_TOO_OLD, StartupFailure::status);
    }

    @Test
    void saysWhatToDoAboutAnotherPasswordAndNothingOfOtherFailures() {
        assertThat(DatabaseWait.advice(new SQLException("password authentication failed", "28P01")))
                .contains("ALTER ROLE", "DB_PASSWORD");
        assertThat(DatabaseWait.advice(new SQLException("Connection refused", "08001"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = { 150_000, 150_018, 180_006 })
    void takesTheOldestAndWhatIsNewer(int number) {
        assertThatCode(() -> DatabaseWait.requireVersion(number)).doesNotThrowAnyException();
    }
}
