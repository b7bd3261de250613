package io.painchain.backend.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.backend.datafolder.DataFolder;
import io.painchain.backend.datafolder.SecretSource;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class KeyFilesTest {

    @TempDir
    Path temporary;

    private DataFolder folder;

    @BeforeEach
    void setUp() {
        folder = DataFolder.at(temporary.resolve("data"));
    }

    @Test
    void saysThatTheDatabaseStillHasTheEarlierPasswordAndKeepsIt() {
        create("the-first");

        String said = create("the-second");

        assertThat(said).contains("DB_PASSWORD", "ALTER ROLE painchain PASSWORD").doesNotContain("the-first", "the-second");
        assertThat(folder.read("database-password")).contains("the-second");
        assertThat(folder.read("database-password.before-change")).contains("the-first");
    }

    @Test
    void saysNothingOfAPasswordThatStaysTheSame() {
        create("the-first");

        assertThat(create("the-first")).doesNotContain("DB_PASSWORD");
        assertThat(folder.read("database-password.before-change")).isEmpty();
    }

    @Test
    void leavesThePasswordAloneWhereNoneIsGivenAnyMore() {
        create("the-first");

        assertThat(create("")).doesNotContain("DB_PASSWORD");
        assertThat(folder.read("database-password")).contains("the-first");
    }

    @ParameterizedTest
    @ValueSource(strings = { "pa$$word", "${secret}", "pa${x", "$", "a'b\"c`d", "back\\slash\\", "100%", "pässwörd",
            "two words",
            "#no comment", "a=b;c,d", "-- 'x", " framed by spaces ", "🔑", ":'password'" })
    void keepsAnyPasswordWordForWord(String password) {
        create(password);

        assertThat(folder.read("database-password")).contains(password.strip());
        assertThat(create(password)).doesNotContain("DB_PASSWORD");
    }

    /** @return what is said on the console */
    private String create(String password) {
        var config = new SmallRyeConfigBuilder().addDiscoveredConverters()
                .withSources(new EnvConfigSource(Map.of("DB_PASSWORD", password), 300)).build();
        var said = new ByteArrayOutputStream();
        PrintStream console = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            new KeyFiles(config, new SecretSource(config, folder), folder).createAll();
        } finally {
            System.setErr(console);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
