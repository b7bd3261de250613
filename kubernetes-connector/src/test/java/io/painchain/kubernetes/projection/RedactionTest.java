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
            env[0].value: Invalid value: "a \\"b\\" c": too long    | env[0].value: Invalid value: …: too long
            replicas: Invalid value: -1: must not be negative         | replicas: Invalid value: …: must not be negative
            error when patching {"data":{"a":"b"}}: refused           | error when patching {…}: refused
            patch [{"op":"add"} never closed                          | patch [{…} never closed
            db password: s3cret, next                                 | db password: … next
            secret "api" not found in payments                        | secret "api" not found in payments
            """)
    void cutsWhatIsAssigned(String text, String redacted) {
        assertThat(Redaction.assignments(text)).isEqualTo(redacted);
    }
}
