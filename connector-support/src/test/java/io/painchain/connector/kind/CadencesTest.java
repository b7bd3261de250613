package io.painchain.connector.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadencesTest {

    @ParameterizedTest
    @CsvSource({ "1,60", "100,60", "150,120", "500,540", "1000,1140", "5000,1440" })
    void sweepsManyRepositoriesMoreSeldom(int repositories, int minutes) {
        assertThat(Cadences.USUAL.among(repositories).sweep()).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(Cadences.USUAL.among(repositories).resources()).isEqualTo(Cadences.USUAL.resources());
    }

    @ParameterizedTest
    @CsvSource({ "1,60", "499,60", "1000,240" })
    void relyOnETagsLongerWhereThereAreManyRepositories(int repositories, int every) {
        assertThat(Cadences.USUAL.among(repositories).wholeEvery()).isEqualTo(every);
    }
}
