package io.painchain.backend.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.painchain.backend.datafolder.DataFolder;
import io.painchain.backend.datafolder.SecretSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class SecretCipherTest {

    private static final byte[] SECRET = "ghp_secret".getBytes(UTF_8);

    @TempDir
    Path path;
    DataFolder folder;
    SecretCipher cipher;

    @BeforeEach
    void aFirstStart() {
        folder = DataFolder.at(path);
        cipher = backend();
    }

    @Test
    void makesItsKeysetForItsOwnerAlone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve("keyset"))))
                .isEqualTo("rw-------");
        assertThat(Keyset.parse(Files.readString(path.resolve("keyset"))).size()).isOne();
    }

    @Test
    void decryptsForTheSameContextOnly() {
        var encrypted = cipher.encrypt(SECRET, "integration a/1");

        assertThat(cipher.decrypt(encrypted, "integration a/1")).isEqualTo(SECRET);
        assertThat(new String(encrypted, UTF_8)).doesNotContain("ghp_");
        assertThatThrownBy(() -> cipher.decrypt(encrypted, "integration a/2")).hasMessageContaining("integration a/2");
        encrypted[20] ^= 1;
        assertThatThrownBy(() -> cipher.decrypt(encrypted, "integration a/1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void exchangesItsKeyInThreeStepsWhileAnotherBackendLagsBehind() {
        // Given
        var lagging = backend();
        var old = cipher.encrypt(SECRET, "c");
        var oldPrefix = cipher.currentPrefix();

        // When
        exchange(keyset().withNewKey());
        cipher.reload();
        lagging.reload();
        exchange(keyset().withNewestKeyFirst());
        cipher.reload();
        var renewed = cipher.encrypt(cipher.decrypt(old, "c"), "c");

        // Then
        assertThat(old).startsWith(oldPrefix);
        assertThat(renewed).startsWith(cipher.currentPrefix());
        assertThat(cipher.currentPrefix()).isNotEqualTo(oldPrefix);
        assertThat(lagging.decrypt(renewed, "c")).isEqualTo(SECRET);
        assertThat(cipher.decrypt(lagging.encrypt(SECRET, "c"), "c")).isEqualTo(SECRET);

        // When
        exchange(keyset().withPrimaryKeyOnly());
        cipher.reload();

        // Then
        assertThat(cipher.decrypt(renewed, "c")).isEqualTo(SECRET);
        assertThatThrownBy(() -> cipher.decrypt(old, "c")).hasMessageContaining("lacks its key");
    }

    @Test
    void readsTheKeysetAgainBeforeItGivesUp() {
        // Given
        var lagging = backend();
        exchange(keyset().withNewKey().withNewestKeyFirst());
        cipher.reload();

        // Then
        assertThat(lagging.decrypt(cipher.encrypt(SECRET, "c"), "c")).isEqualTo(SECRET);
    }

    @Test
    void keepsItsKeysetWhereTheFileIsBroken() {
        var encrypted = cipher.encrypt(SECRET, "c");

        folder.replace("keyset", "{\"primaryKeyId\": 1, \"key\": [\"canary\"]}");
        cipher.reload();

        assertThat(cipher.decrypt(encrypted, "c")).isEqualTo(SECRET);
        assertThatThrownBy(this::backend).hasMessageContaining("PAINCHAIN_KEYSET").hasMessageNotContaining("canary")
                .hasNoCause();
    }

    private SecretCipher backend() {
        return new SecretCipher(new SecretSource(new SmallRyeConfigBuilder().build(), folder));
    }

    private Keyset keyset() {
        return Keyset.parse(folder.read("keyset").orElseThrow());
    }

    private void exchange(Keyset keyset) {
        folder.replace("keyset", keyset.toJson());
    }
}
