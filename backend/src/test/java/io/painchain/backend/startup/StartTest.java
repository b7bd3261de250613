package io.painchain.backend.startup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.painchain.backend.datafolder.DataFolder;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class StartTest {

    @Inject
    DataSource dataSource;

    @Inject
    DataFolder dataFolder;

    @Test
    void isReadyWithItsDatabase() {
        given().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
    }

    @Test
    void isNoSuperuserAndOwnsItsDatabase() throws SQLException {
        assertThat(one(
                "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
        assertThat(one("SELECT pg_get_userbyid(datdba) = current_user FROM pg_database WHERE datname = current_database()"))
                .isEqualTo("t");
    }

    @Test
    void runsOnADurableServerOfTheLoopbackInterface() throws SQLException {
        assertThat(one("SHOW fsync")).isEqualTo("on");
        assertThat(one("SHOW synchronous_commit")).isEqualTo("on");
        assertThat(one("SHOW listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void keepsItsKeysInTheDataFolder() {
        assertThat(dataFolder.file("database/password")).exists();
    }

    private String one(String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
