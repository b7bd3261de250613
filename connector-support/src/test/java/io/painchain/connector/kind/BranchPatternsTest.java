package io.painchain.connector.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which branches a glob means. */
class BranchPatternsTest {

    @ParameterizedTest
    @CsvSource({ "main,main,true", "main,Main,false", "release/*,release/1.2,true", "release/*,release/1/2,false",
            "release/**,release/1/2,true", "**,a/b,true", "*,a/b,false", "*,'',true", "v?,v1,true", "v?,v/,false",
            "v?,v12,false",
            "v?,v😀,true", "*-fix,hot-fix,true", "*-fix,hot-fixes,false", "a.b,axb,false", "a+(b,a+(b,true", "***,a/b,true" })
    void matches(String glob, String branch, boolean matches) {
        assertThat(new BranchPatterns(List.of(glob)).match(branch)).isEqualTo(matches);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void takesNoLongerForManyStars() {
        assertThat(new BranchPatterns(List.of("*a".repeat(120) + "b", "**a".repeat(80) + "b")).match("a".repeat(250)))
                .isFalse();
    }
}
