package io.painchain.kubernetes.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kubectl set env deploy/api A=secret B='x y' --record=true | kubectl set env deploy/api A=… B=… --record=…
            PASSWORD="two words" rest                                 | PASSWORD=… rest
            login --token abc.def --user ada                          | login --token … --user ada
            see https://bot:pw@github.com/acme/api                    | see https://github.com/acme/api
            image updated to v1.5                                     | image updated to v1.5
            A='never closed                                           | A=…
            """)
    void cutsWhatIsAssigned(String text, String redacted) {
        assertThat(Redaction.assignments(text)).isEqualTo(redacted);
    }
}
